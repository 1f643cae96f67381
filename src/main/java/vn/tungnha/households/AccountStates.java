package vn.tungnha.households;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What households need to know of accounts, told by the module that logs activations. */
public interface AccountStates {

    /** State by account type of each resident, in the types' own order; what was never asked is absent. */
    Map<UUID, Map<String, String>> of(Collection<UUID> residents);

    /** What an account type is called in a narrow column. */
    String name(String accountType, Locale locale);
}
