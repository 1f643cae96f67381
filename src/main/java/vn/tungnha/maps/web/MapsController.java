package vn.tungnha.maps.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.maps.MapLayer;
import vn.tungnha.maps.MapLayers;
import vn.tungnha.maps.MapUploads;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** A province hands in the shapes of its communes, looks at them, replaces and removes them. */
@Controller
@RequestMapping("/units/{code}/map")
@RequiredArgsConstructor
class MapsController {

    private static final int LONGEST_NAME = 200;

    private final Units units;
    private final MapLayers layers;
    private final MapUploads uploads;
    private final MapPages pages;
    private final Clock clock;

    @GetMapping
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String list(@PathVariable String code, Locale locale, Model model) {
        LayerForm form = new LayerForm();
        form.setFrom(Days.today(clock));
        model.addAttribute("form", form);
        return list(province(code), locale, model);
    }

    @PostMapping("/uploads")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String send(
            @PathVariable String code,
            @ModelAttribute("form") LayerForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        UnitView province = province(code);
        return FormRules.answer(
                errors,
                response,
                () -> "redirect:" + MapPages.here(province) + "/uploads/"
                        + uploads.send(province.id(), form.getFrom(), name(form), content(form), user),
                () -> list(province, locale, model));
    }

    /** What the file would become; another property may be tried. */
    @GetMapping("/uploads/{id}")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String preview(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam @Nullable String property,
            Locale locale,
            Model model) {
        UnitView province = province(code);
        model.addAttribute("page", pages.page(province, locale));
        model.addAttribute(
                "upload",
                pages.upload(
                        province, uploads.get(province.id(), id), uploads.read(province.id(), id, property), locale));
        return "maps/upload";
    }

    @PostMapping("/uploads/{id}/layer")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String store(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam @Nullable String property,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        UnitView province = province(code);
        long layer = uploads.store(province.id(), id, property, user);
        flash.addFlashAttribute("flash", pages.say("stored", locale));
        flash.addFlashAttribute("flashUndo", MapPages.here(province) + "/layers/" + layer + "/end");
        return "redirect:" + MapPages.here(province);
    }

    @PostMapping("/uploads/{id}/end")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String discard(
            @PathVariable String code,
            @PathVariable UUID id,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        UnitView province = province(code);
        uploads.discard(province.id(), id, user);
        flash.addFlashAttribute("flash", pages.say("discarded", locale));
        return "redirect:" + MapPages.here(province);
    }

    @GetMapping("/layers/{id}")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String show(@PathVariable String code, @PathVariable long id, Locale locale, Model model) {
        UnitView province = province(code);
        MapLayer layer = pages.layer(province, id);
        model.addAttribute("page", pages.page(province, locale));
        model.addAttribute(
                "title", pages.say("upload.title", locale, Vn.in(locale).day(layer.validFrom())));
        model.addAttribute("file", layer.fileName());
        model.addAttribute("preview", pages.preview(province, layer, locale));
        return "maps/layer";
    }

    @PostMapping("/layers/{id}/end")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String remove(
            @PathVariable String code,
            @PathVariable long id,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        UnitView province = province(code);
        layers.remove(province.id(), id, user);
        flash.addFlashAttribute("flash", pages.say("removed", locale));
        flash.addFlashAttribute("flashUndo", MapPages.here(province) + "/layers/" + id + "/use");
        return "redirect:" + MapPages.here(province);
    }

    @PostMapping("/layers/{id}/use")
    @Allowed(
            value = {Role.PROVINCE_OFFICER, Role.ADMIN},
            place = "unit:code")
    String restore(
            @PathVariable String code,
            @PathVariable long id,
            CurrentUser user,
            Locale locale,
            RedirectAttributes flash) {
        UnitView province = province(code);
        layers.restore(province.id(), id, user);
        flash.addFlashAttribute("flash", pages.say("restored", locale));
        return "redirect:" + MapPages.here(province);
    }

    private String list(UnitView province, Locale locale, Model model) {
        model.addAttribute("page", pages.page(province, locale));
        return "maps/list";
    }

    /** Provinces only: a layer is one for all its communes. */
    private UnitView province(String code) {
        UnitView unit = units.require(code, Days.today(clock));
        if (unit.level() != UnitLevel.PROVINCE) {
            throw new NotFound("map", code);
        }
        return unit;
    }

    private static String name(LayerForm form) {
        MultipartFile file = form.getFile();
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return bare.substring(Math.max(0, bare.length() - LONGEST_NAME));
    }

    private static byte @Nullable [] content(LayerForm form) {
        try {
            return form.getFile() == null ? null : form.getFile().getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
