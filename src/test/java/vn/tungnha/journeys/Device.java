package vn.tungnha.journeys;

import com.microsoft.playwright.Browser;

/** What one looks at the pages with. */
enum Device {
    PHONE(390, 844, true, true),
    DESKTOP(1440, 900, false, true),
    PHONE_WITHOUT_SCRIPT(390, 844, true, false);

    private final int width;
    private final int height;
    private final boolean touch;
    private final boolean script;

    Device(int width, int height, boolean touch, boolean script) {
        this.width = width;
        this.height = height;
        this.touch = touch;
        this.script = script;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script);
    }
}
