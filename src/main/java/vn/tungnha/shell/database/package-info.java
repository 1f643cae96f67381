/** The embedded PostgreSQL that runs when no database of one's own is named. */
@NullMarked
package vn.tungnha.shell.database;

import org.jspecify.annotations.NullMarked;
