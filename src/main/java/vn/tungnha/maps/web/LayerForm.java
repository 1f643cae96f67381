package vn.tungnha.maps.web;

import java.time.LocalDate;
import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** A file, and the day from which it is the map. */
@Getter
@Setter
class LayerForm {

    private @Nullable MultipartFile file;

    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
    private @Nullable LocalDate from;
}
