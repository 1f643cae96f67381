/** Questions with their answers, of a place or of everybody: kept, read in from files, learned with. */
@NullMarked
package vn.tungnha.contests.bank;

import org.jspecify.annotations.NullMarked;
