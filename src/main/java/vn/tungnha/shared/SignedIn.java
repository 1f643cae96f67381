package vn.tungnha.shared;

import org.jspecify.annotations.Nullable;

/** What the frame of a page says about the person who is signed in; a security principal may implement it. */
public interface SignedIn {

    String displayName();

    /** Message key of the role to show. */
    @Nullable
    String roleKey();

    /** The unit this person works for, already in words. */
    @Nullable
    String placeName();
}
