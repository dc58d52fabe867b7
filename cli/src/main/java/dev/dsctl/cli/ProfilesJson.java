package dev.dsctl.cli;

import dev.dsctl.model.profile.Change;
import dev.dsctl.model.profile.IstioProfiles;
import dev.dsctl.model.profile.Release;
import dev.dsctl.render.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/** Releases and their changes for programs: what {@code dsctl profiles} and {@code dsctl profiles RELEASE} say together. */
final class ProfilesJson {

    private final JsonWriter json;

    ProfilesJson(JsonWriter json) {
        this.json = json;
    }

    /** An array with an object for each of these. */
    void print(List<String> lines) throws IOException {
        json.beginArray();
        for (String line : lines) {
            json.element();
            print(line);
        }
        json.endArray();
    }

    /** One of them. */
    void print(String line) throws IOException {
        json.beginObject();
        json.name("release");
        json.text(line);
        if (IstioProfiles.lines().contains(line)) {
            json.name("newest");
            json.text(IstioProfiles.named(line).release());
        }
        json.name("changes");
        json.beginArray();
        for (Change change : IstioProfiles.changesIn(line)) {
            json.element();
            print(change);
        }
        json.endArray();
        json.endObject();
    }

    private void print(Change change) throws IOException {
        json.beginObject();
        json.name("summary");
        json.text(change.summary());
        json.name("since");
        json.beginArray();
        for (Release since : change.since()) {
            json.element();
            json.text(since.toString());
        }
        json.endArray();
        json.name("source");
        json.text(change.source());
        json.endObject();
    }
}
