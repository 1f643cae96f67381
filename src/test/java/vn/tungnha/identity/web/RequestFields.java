package vn.tungnha.identity.web;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import vn.tungnha.identity.CurrentDevice;
import vn.tungnha.identity.CurrentUser;

/**
 * What a handler method reads from a request besides its path, as its signature tells: parameters, and fields of forms and
 * bodies, however deep. {@link #ANYTHING} stands where it reads whatever it is sent.
 */
final class RequestFields {

    static final String ANYTHING = "*";

    private static final Set<Class<?>> WORDS = Set.of(String.class, Long.class, long.class, UUID.class);
    private static final Set<Class<?>> OPAQUE = Set.of(Map.class, MultipartFile.class, JsonNode.class);

    private final Set<String> found = new TreeSet<>();

    private RequestFields() {}

    static Set<String> of(HandlerMethod handler) {
        RequestFields fields = new RequestFields();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            fields.add(parameter);
        }
        return fields.found;
    }

    private void add(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            String name = named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name();
            add(name, "", parameter.getGenericParameterType());
        } else if (parameter.hasParameterAnnotation(RequestBody.class) || isForm(parameter)) {
            walk("", parameter.getGenericParameterType());
        }
    }

    private static boolean isForm(MethodParameter parameter) {
        return isOurs(parameter.getParameterType())
                && !parameter.hasParameterAnnotation(PathVariable.class)
                && parameter.getParameterType() != CurrentUser.class
                && parameter.getParameterType() != CurrentDevice.class;
    }

    private void add(String name, String before, Type type) {
        Class<?> raw = raw(type);
        if (WORDS.contains(raw)) {
            found.add(before + name);
        } else if (OPAQUE.stream().anyMatch(it -> it.isAssignableFrom(raw))) {
            found.add(before + ANYTHING);
        } else if (Collection.class.isAssignableFrom(raw)) {
            Type each = ((ParameterizedType) type).getActualTypeArguments()[0];
            add(name + (isOurs(raw(each)) ? "[0]" : ""), before, each);
        } else if (isOurs(raw)) {
            walk(before + name + ".", type);
        }
    }

    private void walk(String before, Type type) {
        Class<?> form = raw(type);
        if (form.isRecord()) {
            for (RecordComponent part : form.getRecordComponents()) {
                add(part.getName(), before, part.getGenericType());
            }
        } else {
            for (var property : BeanUtils.getPropertyDescriptors(form)) {
                if (property.getWriteMethod() != null) {
                    add(property.getName(), before, property.getReadMethod().getGenericReturnType());
                }
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("vn.tungnha.") && !type.isEnum();
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
