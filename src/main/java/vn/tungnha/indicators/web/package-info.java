/** Pages and API of indicators, their values, targets and reported values. */
@NullMarked
package vn.tungnha.indicators.web;

import org.jspecify.annotations.NullMarked;
