/** Pages of activities and campaigns, at the desk and on the phone. */
@NullMarked
package vn.tungnha.activities.web;

import org.jspecify.annotations.NullMarked;
