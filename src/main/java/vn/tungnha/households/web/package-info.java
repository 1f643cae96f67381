/** Pages and interface of the households. */
@NullMarked
package vn.tungnha.households.web;

import org.jspecify.annotations.NullMarked;
