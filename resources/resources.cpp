// A library needs a source of its own; what it carries is in the resource files beside it.
namespace shirushi::resources {
extern const char rootFolder[];
const char rootFolder[] = ":/";
} // namespace shirushi::resources
