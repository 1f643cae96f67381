/** Value types, errors and small contracts that every module speaks. No tables. */
@NullMarked
package vn.tungnha.shared;

import org.jspecify.annotations.NullMarked;
