package vn.tungnha.visits;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.households.AccountStates;

/** Tells the register what its residents have, in the fixed order of the account types. */
@Component
@RequiredArgsConstructor
class AccountStatesFromLog implements AccountStates {

    private final HolderStates states;
    private final Catalogue catalogue;

    @Override
    public Map<UUID, Map<String, String>> of(Collection<UUID> residents) {
        Map<UUID, Map<String, String>> told = new LinkedHashMap<>();
        states.of(residents).forEach((resident, held) -> {
            Map<String, String> ordered = new LinkedHashMap<>();
            catalogue.accountTypes().forEach(type -> {
                HolderState state = held.get(type.code());
                if (state != null) {
                    ordered.put(type.code(), state.name());
                }
            });
            told.put(resident, ordered);
        });
        return told;
    }

    @Override
    public String name(String accountType, Locale locale) {
        return catalogue
                .accountType(accountType)
                .map(type -> type.shortName(locale))
                .orElse(accountType);
    }
}
