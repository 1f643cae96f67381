/** Votes of an assembly: two persons count the same papers, and only what both found is told. */
@NullMarked
package vn.tungnha.contests.votes;

import org.jspecify.annotations.NullMarked;
