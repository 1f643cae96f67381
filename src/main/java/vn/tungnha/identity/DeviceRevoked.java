package vn.tungnha.identity;

import org.springframework.security.access.AccessDeniedException;

/** The device was cut off: no more personal data goes to it. */
public class DeviceRevoked extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    public DeviceRevoked() {
        super("this device was cut off");
    }
}
