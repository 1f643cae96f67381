/**
 * What all lists have in common: files, columns, kept filters, edits in place and in bulk with undo, what was seen lately,
 * keys. Knows the other modules by DeskList and Seen only.
 */
@ApplicationModule(allowedDependencies = {"identity", "shared :: desk", "shared :: table"})
@NullMarked
package vn.tungnha.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
