/** Pages of community models. */
@NullMarked
package vn.tungnha.models.web;

import org.jspecify.annotations.NullMarked;
