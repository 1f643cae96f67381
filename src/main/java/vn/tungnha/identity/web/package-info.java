@NullMarked
package vn.tungnha.identity.web;

import org.jspecify.annotations.NullMarked;
