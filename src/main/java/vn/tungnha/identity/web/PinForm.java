package vn.tungnha.identity.web;

import jakarta.validation.constraints.NotBlank;

/** Choosing a PIN. Nothing of it is ever sent back. */
record PinForm(
        @NotBlank(message = "{identity.pin.form}") String pin,
        @NotBlank(message = "{identity.pin.repeat.blank}") String repeat) {

    static PinForm empty() {
        return new PinForm("", "");
    }
}
