package vn.tungnha.maps;

import java.time.LocalDate;
import java.util.UUID;

/** A file that was sent and is not yet a layer. */
public record MapUpload(UUID id, LocalDate validFrom, String fileName) {}
