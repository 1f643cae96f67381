package vn.tungnha.markets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/**
 * What a trader's payment code says of itself (EMVCo merchant-presented, and VietQR within it), so that somebody can look
 * whether it is this trader's. It is only ever read: what is printed are the bytes that came in.
 *
 * @param payee tag 59; null = the code does not tell, as most codes of banks
 * @param bank the acquirer's number of a VietQR code
 * @param account the payee's account of a VietQR code
 * @param amount a fixed amount in tag 54, which a stand for a stall should not have
 * @param sound the checksum (CRC-16/CCITT-FALSE, tag 63) fits
 */
public record PaymentCode(
        @Nullable String payee,
        @Nullable String bank,
        @Nullable String account,
        @Nullable String amount,
        boolean sound) {

    private static final int LONGEST = 512;
    private static final Pattern LINK = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*:|www\\.).*", Pattern.DOTALL);
    private static final String NAPAS = "A000000727";

    /** @throws RuleBroken at {@code payload} for what is no code for being paid */
    public static PaymentCode read(byte[] payload) {
        String text = text(payload);
        if (text.isBlank()) {
            throw RuleBroken.at("payload", "markets.error.code-missing");
        }
        if (payload.length > LONGEST) {
            throw RuleBroken.at("payload", "markets.error.code-long", LONGEST);
        }
        if (LINK.matcher(text).matches()) {
            throw RuleBroken.at("payload", "markets.error.code-link");
        }
        if (!text.startsWith("000201")) {
            throw RuleBroken.at("payload", "markets.error.code-none");
        }
        Map<String, String> tags = tags(text);
        if (tags == null || !tags.containsKey("63")) {
            throw RuleBroken.at("payload", "markets.error.code-broken");
        }
        Map<String, String> beneficiary = beneficiary(tags.get("38"));
        return new PaymentCode(
                StallRows.blank(tags.get("59")),
                beneficiary.get("00"),
                beneficiary.get("01"),
                tags.get("54"),
                isSound(payload, tags.get("63")));
    }

    /** The last four signs of the account, as far as it may be shown. */
    public @Nullable String accountEnd() {
        return account == null ? null : account.substring(Math.max(0, account.length() - 4));
    }

    private static String text(byte[] payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw RuleBroken.at("payload", "markets.error.code-none");
        }
    }

    /** Bank and account of VietQR, empty of any other. */
    private static Map<String, String> beneficiary(@Nullable String account) {
        Map<String, String> parts = account == null ? null : tags(account);
        if (parts == null || !NAPAS.equals(parts.get("00")) || parts.get("01") == null) {
            return Map.of();
        }
        Map<String, String> inner = tags(parts.get("01"));
        return inner == null ? Map.of() : inner;
    }

    /** Two signs of a tag, two of a length in signs, the value; null where that does not come out. */
    private static @Nullable Map<String, String> tags(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            if (at + 4 > text.length()
                    || !text.substring(at, at + 4).chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
                return null;
            }
            int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
            if (end > text.length()) {
                return null;
            }
            tags.putIfAbsent(text.substring(at, at + 2), text.substring(at + 4, end));
            at = end;
        }
        return tags;
    }

    /** Over all bytes up to the checksum's own four signs, which come last. */
    private static boolean isSound(byte[] payload, String told) {
        int crc = 0xFFFF;
        for (int at = 0; at < payload.length - 4; at++) {
            crc ^= (payload[at] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        String end = new String(payload, payload.length - 4, 4, StandardCharsets.US_ASCII);
        return end.equals(told) && String.format(Locale.ROOT, "%04X", crc).equalsIgnoreCase(told);
    }
}
