/** Papers as files: Word, PDF and the Excel annex, all from the same finished texts. */
@NullMarked
package vn.tungnha.papers.print;

import org.jspecify.annotations.NullMarked;
