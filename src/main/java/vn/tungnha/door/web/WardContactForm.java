package vn.tungnha.door.web;

import org.jspecify.annotations.Nullable;
import vn.tungnha.door.WardContact;

/** What is typed of a ward's contact. */
record WardContactForm(
        @Nullable Integer version,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String hours,
        @Nullable Integer dailyMost) {

    static WardContactForm of(WardContact contact) {
        return new WardContactForm(
                contact.version(), contact.phone(), contact.address(), contact.hours(), contact.dailyMost());
    }

    WardContact contact() {
        return new WardContact(
                version == null ? -1 : version, phone, address, hours, dailyMost == null ? 0 : dailyMost);
    }
}
