/** Lists that officials work in all day: what a module offers so that its lists can be taken away, edited and remembered. */
@NamedInterface("desk")
@NullMarked
package vn.tungnha.shared.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
