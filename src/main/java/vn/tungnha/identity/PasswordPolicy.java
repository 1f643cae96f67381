package vn.tungnha.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import vn.tungnha.shared.RuleBroken;

/** What a password must be: long enough, not the name, not one that everybody tries first. */
final class PasswordPolicy {

    private static final int SHORTEST = 8;

    /** BCrypt reads no further. */
    private static final int LONGEST_BYTES = 72;

    private static final Set<String> COMMON = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "87654321",
            "11111111",
            "88888888",
            "99999999",
            "00000000",
            "password",
            "password1",
            "passw0rd",
            "qwertyui",
            "qwerty123",
            "abcd1234",
            "abc12345",
            "a1234567",
            "1q2w3e4r",
            "iloveyou",
            "matkhau1",
            "matkhau123",
            "vietnam1",
            "vietnam123",
            "tungnha1",
            "tungnha123",
            "congngheso",
            "chuyendoiso",
            "xinchao1",
            "anhyeuem",
            "khongbiet",
            "admin123",
            "administrator");

    private PasswordPolicy() {}

    static void check(String password, String username) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            throw broken("short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw broken("long");
        }
        if (plain.contains(username) || username.contains(plain)) {
            throw broken("name");
        }
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 4) {
            throw broken("common");
        }
    }

    private static RuleBroken broken(String why) {
        return RuleBroken.at("password", "identity.password." + why);
    }
}
