@NullMarked
package vn.tungnha.audit.web;

import org.jspecify.annotations.NullMarked;
