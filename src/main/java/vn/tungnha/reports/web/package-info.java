/** Pages of dashboards, and the tables they offer to take away. */
@NullMarked
package vn.tungnha.reports.web;

import org.jspecify.annotations.NullMarked;
