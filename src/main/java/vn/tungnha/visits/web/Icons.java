package vn.tungnha.visits.web;

import java.util.Map;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Topic.Pillar;

/** Which picture of the icon set stands for what. */
final class Icons {

    private static final Map<String, String> ACCOUNTS = Map.of(
            "id", "id-badge-2",
            "building", "building-community",
            "signature", "writing-sign",
            "credit-card", "credit-card",
            "device-mobile", "device-mobile",
            "qrcode", "qrcode",
            "heartbeat", "heart-rate-monitor",
            "shopping-cart", "building-store",
            "receipt", "file-text",
            "school", "school");
    private static final Map<Outcome, String> OUTCOMES = Map.of(
            Outcome.MET, "user-check",
            Outcome.ABSENT, "user-off",
            Outcome.FOLLOW_UP, "calendar-repeat",
            Outcome.REFUSED, "hand-stop");
    private static final Map<Pillar, String> PILLARS = Map.of(
            Pillar.GOVERNMENT, "building-community",
            Pillar.ECONOMY, "building-store",
            Pillar.SOCIETY, "heart-rate-monitor");

    private Icons() {}

    /** An account type's own word for its picture; a name the set does not know shows a plain badge. */
    static String account(String icon) {
        return ACCOUNTS.getOrDefault(icon, "id-badge-2");
    }

    static Iterable<String> accountNames() {
        return ACCOUNTS.keySet().stream().sorted().toList();
    }

    static String outcome(Outcome outcome) {
        return OUTCOMES.getOrDefault(outcome, "circle");
    }

    static String pillar(Pillar pillar) {
        return PILLARS.getOrDefault(pillar, "circle");
    }
}
