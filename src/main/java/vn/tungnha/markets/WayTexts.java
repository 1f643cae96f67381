package vn.tungnha.markets;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.SortKeys;

/** What a stall has as one cell of a file: "Mã QR (MoMo, VNPAY); Máy quẹt thẻ". What is written so is read again. */
@Component
@RequiredArgsConstructor
public class WayTexts {

    private static final Pattern PIECE = Pattern.compile("([^(:]+)(?:[(:]([^)]*)\\)?)?");
    private static final Set<String> NOTHING = Set.of("khong", "khong co", "chua co", "none", "no");
    private static final String UNKNOWN_PROVIDER = "OTHER";

    private final MarketTerms terms;

    /** In the order of the ways. */
    public String write(Collection<WayToken> tokens, Locale locale) {
        Map<String, List<String>> grouped = new LinkedHashMap<>();
        List<MarketTerm> providers = terms.all(MarketTerms.Part.PROVIDER);
        for (MarketTerm way : terms.all(MarketTerms.Part.WAY)) {
            if (tokens.stream().anyMatch(token -> token.way().equals(way.code()))) {
                grouped.put(
                        way.name(locale),
                        providers.stream()
                                .filter(by -> tokens.contains(new WayToken(way.code(), by.code())))
                                .map(by -> by.name(locale))
                                .toList());
            }
        }
        return grouped.entrySet().stream()
                .map(way -> way.getValue().isEmpty()
                        ? way.getKey()
                        : way.getKey() + " (" + String.join(", ", way.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    /** Empty for "không có"; null when a word is not known. */
    @Nullable
    Set<WayToken> read(String text) {
        Set<WayToken> tokens = new LinkedHashSet<>();
        if (NOTHING.contains(SortKeys.fold(text))) {
            return tokens;
        }
        Map<String, MarketTerm> ways = named(MarketTerms.Part.WAY);
        Map<String, MarketTerm> providers = named(MarketTerms.Part.PROVIDER);
        for (String piece : text.split("[;\\n]")) {
            Matcher parts = PIECE.matcher(piece.strip());
            MarketTerm way = parts.matches() ? ways.get(SortKeys.fold(parts.group(1))) : null;
            if (way == null) {
                return null;
            }
            String by = parts.group(2) == null ? "" : parts.group(2).strip();
            if (!way.provided()) {
                tokens.add(new WayToken(way.code(), null));
            } else if (!readProviders(way, by.isEmpty() ? UNKNOWN_PROVIDER : by, providers, tokens)) {
                return null;
            }
        }
        return tokens;
    }

    private static boolean readProviders(
            MarketTerm way, String text, Map<String, MarketTerm> providers, Set<WayToken> tokens) {
        MarketTerm whole = providers.get(SortKeys.fold(text));
        for (String name : whole == null ? text.split(",") : new String[] {text}) {
            MarketTerm provider = providers.get(SortKeys.fold(name));
            if (provider == null) {
                return false;
            }
            tokens.add(new WayToken(way.code(), provider.code()));
        }
        return true;
    }

    /** By code and both names, without diacritics. */
    private Map<String, MarketTerm> named(MarketTerms.Part part) {
        Map<String, MarketTerm> named = new LinkedHashMap<>();
        for (MarketTerm term : terms.enabled(part)) {
            for (String name : List.of(term.code(), term.nameVi(), term.nameEn())) {
                named.put(SortKeys.fold(name), term);
            }
        }
        return named;
    }
}
