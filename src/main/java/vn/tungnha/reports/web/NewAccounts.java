package vn.tungnha.reports.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import vn.tungnha.reports.RecentChanges.Activated;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;

/** Says which accounts are new: "VNeID mức 2: 23, Thanh toán số: 12". */
@Component
@RequiredArgsConstructor
class NewAccounts {

    private static final int NAMED = 3;

    private final Catalogue catalogue;

    String named(List<Activated> activated, Words words) {
        Map<String, AccountType> types =
                catalogue.accountTypes().stream().collect(Collectors.toMap(AccountType::code, type -> type));
        return activated.stream()
                .limit(NAMED)
                .map(it -> {
                    AccountType type = types.get(it.account());
                    return (type == null ? it.account() : type.shortName(words.locale())) + ": "
                            + words.vn().number(it.amount());
                })
                .collect(Collectors.joining(", "));
    }
}
