/** Pages and interface of the teams. */
@NullMarked
package vn.tungnha.teams.web;

import org.jspecify.annotations.NullMarked;
