package vn.tungnha.imports.web;

import lombok.Getter;
import lombok.Setter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The file to send. */
@Getter
@Setter
class UploadForm {

    private @Nullable MultipartFile file;
}
