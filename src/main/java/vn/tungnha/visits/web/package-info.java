/** Pages of the field, the ward's list of visits, the catalogue, and the JSON interface. */
@NullMarked
package vn.tungnha.visits.web;

import org.jspecify.annotations.NullMarked;
