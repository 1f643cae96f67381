@NullMarked
package vn.tungnha.lists.web;

import org.jspecify.annotations.NullMarked;
