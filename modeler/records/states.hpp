#pragma once
#include <bit>
#include <cstdint>
#include <string>

namespace keuzekaart {

/// A moment in the life of the organisation: IST (now), SOLL (wanted) or a numbered plateau between them (1 to 14).
enum class State : std::uint8_t { ist = 0, soll = 15 };
constexpr State plateau(unsigned number) { return static_cast<State>(number); }

/// In which states something holds. In the map file: `ist`, `soll`, `plateau1`, ... separated by blanks.
class States {
 public:
  constexpr States() = default;
  static constexpr States only(State s) { return States().with(s); }
  static constexpr States ist_and_soll() { return States().with(State::ist).with(State::soll); }
  static constexpr States every() { return States(0xFFFF); }

  constexpr States with(State s) const {
    return States(static_cast<std::uint16_t>(bits_ | (1U << static_cast<unsigned>(s))));
  }
  constexpr States without(State s) const {
    return States(static_cast<std::uint16_t>(bits_ & ~(1U << static_cast<unsigned>(s))));
  }
  constexpr bool has(State s) const { return ((bits_ >> static_cast<unsigned>(s)) & 1U) != 0; }
  constexpr bool contains(States other) const { return (other.bits_ & ~bits_) == 0; }
  constexpr bool empty() const { return bits_ == 0; }
  /// The latest state in it, or IST when it is empty.
  constexpr State last() const { return bits_ == 0 ? State::ist : static_cast<State>(std::bit_width(bits_) - 1); }

  friend constexpr States operator|(States a, States b) {
    return States(static_cast<std::uint16_t>(a.bits_ | b.bits_));
  }
  friend constexpr States operator&(States a, States b) {
    return States(static_cast<std::uint16_t>(a.bits_ & b.bits_));
  }
  /// What is in `a` and not in `b`.
  friend constexpr States operator-(States a, States b) {
    return States(static_cast<std::uint16_t>(a.bits_ & ~b.bits_));
  }
  friend constexpr bool operator==(States, States) = default;
  friend constexpr auto operator<=>(States, States) = default;

 private:
  constexpr explicit States(std::uint16_t bits) : bits_(bits) {}
  std::uint16_t bits_ = 0;
};

/// "ist soll", "ist plateau2 soll": the map file's spelling, in order of time.
std::string to_string(States states);

}  // namespace keuzekaart
