/** Pages of contests, of the bank and of votes: at the desk, on the big screen, and for players without an account. */
@NullMarked
package vn.tungnha.contests.web;

import org.jspecify.annotations.NullMarked;
