/** The inbox of notices. */
@NullMarked
package vn.tungnha.notices.web;

import org.jspecify.annotations.NullMarked;
