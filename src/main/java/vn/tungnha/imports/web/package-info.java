/** Pages and interface of the imports. */
@NullMarked
package vn.tungnha.imports.web;

import org.jspecify.annotations.NullMarked;
