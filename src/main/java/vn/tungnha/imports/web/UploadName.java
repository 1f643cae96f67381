package vn.tungnha.imports.web;

import org.springframework.web.multipart.MultipartFile;

/** What a file is called where it comes from, without the folders. */
final class UploadName {

    private static final int LONGEST = 200;

    private UploadName() {}

    static String of(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return bare.length() > LONGEST ? bare.substring(bare.length() - LONGEST) : bare;
    }
}
