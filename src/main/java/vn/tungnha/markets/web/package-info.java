/** Pages of markets and stalls, at the desk and on the phone. */
@NullMarked
package vn.tungnha.markets.web;

import org.jspecify.annotations.NullMarked;
