package vn.tungnha.door.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.door.RequestCommand;

/**
 * What a citizen types, for a visit or as a suggestion.
 *
 * @param ward code of the ward that answers
 * @param village code of the village; empty = not said
 * @param token given out with the form
 * @param website nobody sees this field; what fills it is no person
 */
record AskForm(
        @Nullable String ward,
        @Nullable String village,

        @Size(max = 80, message = "{door.error.too-long-name}") @Nullable
        String name,

        @Size(max = 20, message = "{door.error.phone}") @Nullable
        String phone,

        @Size(max = 160, message = "{door.error.too-long-line}") @Nullable
        String address,

        @Size(max = 160, message = "{door.error.too-long-line}") @Nullable
        String wanted,

        @Size(max = MOST_WORDS, message = "{door.error.too-long-words}") @Nullable
        String words,

        @Nullable Boolean agreed,
        @Nullable Boolean publish,
        @Nullable String token,
        @Nullable String website) {

    static final int MOST_WORDS = 1000;

    static AskForm blank(String ward, @Nullable String village, String token) {
        return new AskForm(ward, village, "", "", "", "", "", false, false, token, "");
    }

    boolean filledByProgram() {
        return website != null && !website.isEmpty();
    }

    RequestCommand command(UUID id, String kind, long wardId, @Nullable Long villageId) {
        return new RequestCommand(
                id, kind, wardId, villageId, name, phone, address, wanted, words, Boolean.TRUE.equals(publish));
    }

    static boolean missing(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
