package vn.tungnha.contests.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.contests.EntryCommand;

/** What somebody types to play. */
record EntryForm(
        @Nullable String nickname,
        @Nullable String fullName,
        @Nullable String phone,
        @Nullable Long team) {

    static EntryForm blank() {
        return new EntryForm("", "", "", null);
    }

    EntryCommand command() {
        return new EntryCommand(nickname == null ? "" : nickname, fullName, phone, team);
    }
}
