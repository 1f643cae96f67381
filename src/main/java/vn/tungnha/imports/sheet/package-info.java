/** Reads spreadsheets and CSV row by row, whoever sent them. */
@NullMarked
package vn.tungnha.imports.sheet;

import org.jspecify.annotations.NullMarked;
