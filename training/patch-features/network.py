"""The student: a small residual network with raw (signed) taps of 80 channels at stride 8 and 176 at stride 16.

Normalisation always follows a convolution, so that it folds away at export. The taps are sums that no activation has
clipped: their channels are the teachers' own, signed, ones.
"""
import torch.nn as nn
import torch.nn.functional as F

STRIDE8_CHANNELS = 80
STRIDE16_CHANNELS = 176


class NormalisedConv(nn.Module):
    def __init__(self, channels_in, channels_out, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(channels_in, channels_out, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(channels_out)

    def forward(self, picture):
        return self.norm(self.conv(picture))


class Residual(nn.Module):
    """x + f(relu(x)): the sum itself stays unclipped."""

    def __init__(self, channels, hidden):
        super().__init__()
        self.first = NormalisedConv(channels, hidden)
        self.second = NormalisedConv(hidden, channels)
        nn.init.zeros_(self.second.norm.weight)

    def forward(self, picture):
        return picture + self.second(F.relu(self.first(F.relu(picture))))


class PatchNetwork(nn.Module):
    """Layers in the order in which they run; `taps` are the positions after which a map is given out."""

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
            NormalisedConv(3, 16, 2),
            nn.ReLU(),
            NormalisedConv(16, 32, 2),
            Residual(32, 32),
            nn.ReLU(),
            NormalisedConv(32, STRIDE8_CHANNELS, 2),
            Residual(STRIDE8_CHANNELS, 80),
            Residual(STRIDE8_CHANNELS, 80),
            NormalisedConv(STRIDE8_CHANNELS, STRIDE16_CHANNELS, 2),
            Residual(STRIDE16_CHANNELS, 176),
            Residual(STRIDE16_CHANNELS, 64),
        ])
        self.taps = {7: "stride8", 10: "stride16"}

    def forward(self, picture):
        maps = []
        for position, layer in enumerate(self.layers):
            picture = layer(picture)
            if position in self.taps:
                maps.append(picture)
        return maps


def parameter_count(network):
    return sum(parameter.numel() for parameter in network.parameters())
