package vn.tungnha.identity.login;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.SignedIn;

/**
 * The principal of every authentication, by form, remembered device or token.
 *
 * @param passwordStamp changes with the password, so that older sessions end
 */
public record SignedInAccount(
        UUID id,
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable String placeName,
        boolean mustChangePassword,
        int passwordStamp)
        implements UserDetails, SignedIn {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String roleKey() {
        return roles.stream()
                .min(Role::compareTo)
                .map(role -> "identity.role." + role)
                .orElse(null);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities();
    }

    List<GrantedAuthority> authorities() {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    /** Never carried along: the provider compares against the table. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return username;
    }
}
