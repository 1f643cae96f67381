/** Papers as files: Word, PDF and the Excel annex, all from the same finished texts. */
@NamedInterface("print")
@NullMarked
package vn.tungnha.papers.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
