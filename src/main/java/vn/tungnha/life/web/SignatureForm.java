package vn.tungnha.life.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.multipart.MultipartFile;

/** What a signed decision says, and the file of it. */
record SignatureForm(
        @Nullable Integer version,

        @NotBlank(message = "{life.error.number}") @Size(max = 60, message = "{life.error.long}") @Nullable
        String number,

        @NotNull(message = "{life.error.day}") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate dated,

        @NotBlank(message = "{life.error.signer}") @Size(max = 120, message = "{life.error.long}") @Nullable
        String signer,

        @Nullable MultipartFile file) {}
