package vn.tungnha.identity;

import java.util.Optional;

/** Who makes the present request, for what is not a handler method. */
public interface CurrentUsers {

    Optional<CurrentUser> now();
}
