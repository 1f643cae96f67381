/** The embedded PostgreSQL that runs when no database of one's own is named. Started early by the application's main. */
@NamedInterface("database")
@NullMarked
package vn.tungnha.shell.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
