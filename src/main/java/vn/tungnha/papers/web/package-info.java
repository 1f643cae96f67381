/** Pages of reports that are handed in. */
@NullMarked
package vn.tungnha.papers.web;

import org.jspecify.annotations.NullMarked;
