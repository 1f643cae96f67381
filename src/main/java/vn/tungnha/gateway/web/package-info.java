/** Addresses and pages for other programs, and what every address of the API has in common. */
@NullMarked
package vn.tungnha.gateway.web;

import org.jspecify.annotations.NullMarked;
