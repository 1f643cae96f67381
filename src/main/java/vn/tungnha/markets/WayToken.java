package vn.tungnha.markets;

import org.jspecify.annotations.Nullable;

/**
 * One thing a stall has: a way, and who provides it where that is asked. Written as WAY or WAY:PROVIDER.
 *
 * @param provider null where the way asks for none
 */
public record WayToken(String way, @Nullable String provider) {

    public static WayToken of(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new WayToken(text, null) : new WayToken(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return provider == null ? way : way + ":" + provider;
    }
}
